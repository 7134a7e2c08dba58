import type { Word } from '@/i18n/word';

interface Part {
  title: Word;
  text: Word;
}

const terms: Part[] = [
  {
    title: { zh: '这是什么', en: 'What this is' },
    text: {
      zh: '派是给小群人用的空间：聊天、发图、一起拿主意。里面可以有一位 AI 成员，叫了才说话。服务由部署这个网站的人运营。',
      en: 'Pai is a space for small groups: talk, share pictures, make up your minds. An AI member may be there; it speaks when called. The service is run by whoever set up this site.',
    },
  },
  {
    title: { zh: '你说的话归你', en: 'What you say is yours' },
    text: {
      zh: '你发的内容属于你。你允许我们保存它、把它给同一个派里的人看，除此之外不作他用，不拿去训练模型。',
      en: 'What you post belongs to you. You allow us to keep it and to show it to the people of the same pai; nothing else. It is not used to train models.',
    },
  },
  {
    title: { zh: '不能做的事', en: 'What is not allowed' },
    text: {
      zh: '不发违法、色情、诈骗、骚扰和侵犯他人的内容，不冒充别人，不传播未成年人的隐私。长按一条消息可以投诉，会有人来看。',
      en: 'Nothing illegal, sexual, fraudulent, harassing or infringing; no posing as somebody else; nothing private about minors. Hold a message to report it; somebody will look.',
    },
  },
  {
    title: { zh: '派主和管理员', en: 'Owner and admins' },
    text: {
      zh: '派主决定谁能进来、AI 什么时候说话，也能把人请出去或解散派。派主和管理员对派里的秩序负责。',
      en: 'The owner decides who may come in and when the AI speaks, and may remove people or dissolve the pai. Owner and admins see to order in it.',
    },
  },
  {
    title: { zh: '离开', en: 'Leaving' },
    text: {
      zh: '随时可以退出任何一个派，也可以在「我」里注销账号：24 小时后资料和说过的话全部删除，这之前能撤销。',
      en: 'You can leave any pai at any time and delete your account under “Me”: after 24 hours your profile and what you said are gone; until then you can undo it.',
    },
  },
];

const privacy: Part[] = [
  {
    title: { zh: '我们保存什么', en: 'What is kept' },
    text: {
      zh: '名字、头像、语言；你在派里发的文字、相片、语音和文件；谁在哪个派里，读到了哪里。用微信进来时保存微信给的编号，不要手机号、不要好友关系。',
      en: 'Name, picture and language; the texts, pictures, recordings and files you post; who is in which pai and has read how far. When you come from WeChat, the id WeChat gives us; no phone number, no contacts.',
    },
  },
  {
    title: { zh: '相片', en: 'Pictures' },
    text: {
      zh: '上传的相片会去掉拍摄地点等附加信息，重新压缩后保存。',
      en: 'The place and other data inside a picture are removed; it is compressed anew before it is kept.',
    },
  },
  {
    title: { zh: '谁看得到', en: 'Who sees it' },
    text: {
      zh: '消息只给同一个派里、按「新成员能看到」的范围内的人看。邀请卡片上只有派名、派主和人数；你的名字和头像只在你打开「在邀请上露面」时出现。',
      en: 'Messages are shown only to people of the same pai, as far back as its setting for newcomers allows. An invitation shows the name, the owner and the number of people; you appear on it only if you turn that on.',
    },
  },
  {
    title: { zh: 'AI 读什么', en: 'What the AI reads' },
    text: {
      zh: '有人叫 AI 时，它会读这个派里提问的人看得到的消息，交给「{model}」处理。你可以在每个派的设置里关掉「AI 可以读我说的话」，它就跳过你。撤回的话不会再给它读。',
      en: 'When somebody calls the AI, it reads the messages of that pai which the asker may read; they are handled by “{model}”. In the settings of each pai you can turn off “The AI may read what I say”, and it leaves you out. Recalled words are not given to it again.',
    },
  },
  {
    title: { zh: '存在哪里，存多久', en: 'Where and for how long' },
    text: {
      zh: '存在运营者的服务器上，直到你撤回、派被解散或账号注销。解散 7 天后、注销 24 小时后真正删除。依法要留存的记录按规定的期限保存。',
      en: 'On the operator’s servers, until you recall it, the pai is dissolved or your account deleted: really gone 7 days after dissolving and 24 hours after deleting. Records the law requires are kept as long as it says.',
    },
  },
  {
    title: { zh: '要用到的权限', en: 'Permissions' },
    text: {
      zh: '相册和相机：发相片、换头像。麦克风：说语音。剪贴板：复制链接。都只在你点了的时候用。',
      en: 'Album and camera: to send a picture or change yours. Microphone: for voice messages. Clipboard: to copy a link. Only when you ask for it.',
    },
  },
  {
    title: { zh: '未满 14 岁', en: 'Under 14' },
    text: { zh: '请和家长一起使用，由家长同意这些说明。', en: 'Please use it together with a parent, who agrees to these notes for you.' },
  },
];

const ai: Part[] = [
  {
    title: { zh: '怎么认出来', en: 'How to tell' },
    text: {
      zh: 'AI 说的话都有「AI 生成」标记，用青色、方形的头像和小一号的字，和人分得开。文件里也带有国家标准规定的元数据标识。',
      en: 'What the AI says is marked “AI-made”, in teal, with a square face and smaller type, so that it cannot be taken for a person. The data carry the label of the national standard too.',
    },
  },
  {
    title: { zh: '它会错', en: 'It can be wrong' },
    text: {
      zh: '它的每一句都附出处，点一下就能看原话。重要的事请以原话为准。觉得不对，可以请它撤回或投诉。',
      en: 'Every sentence carries its source; tap it to see the message. Where it matters, trust the message. If it is wrong, have it recalled or report it.',
    },
  },
  {
    title: { zh: '它不做的事', en: 'What it does not do' },
    text: {
      zh: '它不装成人，不陪聊感情，不替你发消息。派主可以把它关掉，你也可以只对自己隐藏它。',
      en: 'It does not pass for a person, offers no companionship and never posts in your name. The owner can turn it off, and you can hide it for yourself.',
    },
  },
  {
    title: { zh: '请保留标识', en: 'Keep the label' },
    text: {
      zh: '转发、下载、截取 AI 的内容时，请不要去掉标识。',
      en: 'Do not remove the label when you forward, download or cut out what the AI made.',
    },
  },
];

const filings: Part[] = [
  {
    title: { zh: '用到的算法', en: 'Algorithms in use' },
    text: {
      zh: '回顾：从派里的消息挑出要点，每句核对出处。搜索：按字词找消息。没有个性化推荐，也没有排序推送。',
      en: 'Recap: picks the points out of a pai’s messages and checks each sentence against its source. Search: finds messages by their words. Nothing is recommended or ranked for you personally.',
    },
  },
  {
    title: { zh: '由谁生成', en: 'What generates' },
    text: { zh: 'AI 成员的回答由「{model}」生成。', en: 'The AI member’s answers are made by “{model}”.' },
  },
  {
    title: { zh: '备案号', en: 'Filing numbers' },
    text: {
      zh: '这个部署还没有登记备案号。登记后会公示在这里。',
      en: 'No filing number has been registered for this deployment. It will be shown here once there is one.',
    },
  },
];

export const DOCS = { terms, privacy, ai, filings };
export const isDoc = (name: string): name is keyof typeof DOCS => Object.prototype.hasOwnProperty.call(DOCS, name);
