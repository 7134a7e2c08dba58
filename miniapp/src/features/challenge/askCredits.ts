import Taro from '@tarojs/taro';

export const canAsk = true;

/** Asks WeChat for one message of each template. Only from a live tap; the accepted ones, none where the person or WeChat says no. */
export async function askCredits(templates: readonly string[]): Promise<string[]> {
  const tmplIds = templates.slice(0, 5);
  // the type asks for Alipay's ids too
  const answer = await Taro.requestSubscribeMessage({ tmplIds } as Parameters<typeof Taro.requestSubscribeMessage>[0]).catch(() => undefined);
  return tmplIds.filter((id) => /^accept/.test(String((answer as Record<string, unknown> | undefined)?.[id])));
}
