import { codePng } from './png';
import { field, must, text } from './refusal';
import { spend } from './quota';
import type { Call, State } from './state';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]+$/;

export function getwxacodeunlimit(state: State, { body }: Call): Buffer {
  spend(state, '/wxa/getwxacodeunlimit');
  const scene = text(body, 'scene');
  const page = text(body, 'page');
  const env = field(body, 'env_version') ?? 'release';
  const width = field(body, 'width') ?? 430;
  const checkPath = field(body, 'check_path') ?? true;
  must(typeof checkPath === 'boolean', 47001, 'data format error');
  must(scene !== '' && scene.length <= 32, 40169, 'invalid length for scene, or the data is not json string');
  must(SCENE.test(scene), 40129, 'invalid scene');
  must(['release', 'trial', 'develop'].includes(String(env)), 40097, 'invalid args');
  must(typeof width === 'number' && width >= 280 && width <= 1280, 40097, 'invalid args');
  const isPublished = !page.startsWith('/') && !page.includes('?') && (!checkPath || (env === 'release' && (state.pages?.has(page) ?? true)));
  must(isPublished, 41030, 'invalid page');
  return codePng(`${scene} ${page} ${String(env)}`, width);
}
