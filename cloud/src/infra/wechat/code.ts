import { picture } from './answer';
import { WechatError } from './error';
import type { Send } from './http';

export type EnvVersion = 'release' | 'trial' | 'develop';

export interface CodeRequest {
  /** 1–32 characters of WeChat's scene set; the page reads it with `decodeURIComponent(query.scene)`. */
  scene: string;
  /** Page path without a leading slash or query. */
  page: string;
  envVersion: EnvVersion;
  /** Side in px, 280–1280. */
  width?: number;
}

const ENDPOINT = '/wxa/getwxacodeunlimit';
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/** Whether WeChat takes `scene` on a mini-program code. */
export const isScene = (scene: string): boolean => SCENE.test(scene);

export const codeAbility = (send: Send) => ({
  /** The mini-program code as PNG or JPEG. Throws WechatError: 40129 (scene), 41030 (page not published), 40097, 45009 (quota), -1 … */
  async unlimitedCode({ scene, page, envVersion, width = 430 }: CodeRequest): Promise<Buffer> {
    if (!isScene(scene)) throw new WechatError(ENDPOINT, 40129, 'a scene is 1 to 32 characters of its set');
    const body = {
      scene,
      page: page.replace(/^\/+/, ''),
      env_version: envVersion,
      width: Math.min(1280, Math.max(280, Math.round(width))),
      // Only published pages can be checked, and a trial or develop version is none.
      check_path: envVersion === 'release',
    };
    return send({ endpoint: ENDPOINT, body, idempotent: true }, picture);
  },
});
