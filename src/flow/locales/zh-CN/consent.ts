import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: '您的面部图像。我们会测量面部，生成可与他人区分的数值。',
  phone: '您的电话号码，以及发送到该号码的验证码。',
  email: '您的电子邮箱，以及发送到该邮箱的验证码。',
  answers: '您在后续页面中填写或添加的内容。',
  records: '我们查询的记录中关于您的信息。',
  whyFace: '确认此刻确实是您本人。',
  whyGiven: '确认您提供的信息正确且属于您。',
  startText: '{requester} 请您确认几项信息，大约需要两分钟。',
  startPrivate: '您提供的内容会加密传输，仅用于本次验证',
  papers: '信件、账单或其他纸质文件，以及上面印有的信息。',
} satisfies Translated<typeof en>;
