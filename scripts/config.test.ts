import { ConfigSchema } from '../cloud/src/config';
import { listSettings, settingsText } from './config';

describe('npm run config', () => {
  const settings = listSettings();
  const of = (key: string) => settings.find((setting) => setting.key === key);

  it('lists every key of the schema with a meaning', () => {
    expect(settings.map(({ key }) => key)).toEqual(Object.keys(ConfigSchema.shape));
    for (const { key, meaning } of settings) expect(`${key}: ${meaning}`).toMatch(/^\w+: .{10,}/);
  });

  it('knows defaults, also under what is made of them', () => {
    expect(of('PORT')).toMatchObject({ preset: '8787', required: false });
    expect(of('ROLES')).toMatchObject({ preset: 'web,realtime,worker' });
    expect(of('AUTH_GUEST')).toMatchObject({ preset: 'on' });
    expect(of('DATA_KEY')).toMatchObject({ preset: undefined, required: true });
    expect(of('WECHAT_APP_ID')).toMatchObject({ preset: undefined, required: false });
  });

  it('tells what is set here without telling the value', () => {
    const text = settingsText(settings, { MODEL_KEY: 'sk-secret' });
    expect(text).toMatch(/MODEL_KEY +\(set here\)/);
    expect(text).not.toContain('sk-secret');
  });
});
