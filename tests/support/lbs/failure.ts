const MESSAGES: Record<number, string> = { 110: '请求来源未被授权', 111: '签名验证失败', 112: 'IP未被授权', 120: '此key每秒请求量已达到上限', 121: '此key每日调用量已达到上限', 190: '无效的KEY', 199: '此key未开启webservice功能', 306: '缺少必要参数', 310: '请求参数信息有误', 311: 'key格式错误', 347: '查询无结果' };

/** A status other than 0. */
export class LbsFailure extends Error {
  constructor(readonly status: number) {
    super(MESSAGES[status] ?? '错误');
  }
}
