import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '验证您的身份',
  noscript: '此页面需要 JavaScript 才能使用摄像头。请启用它，或在其他浏览器中打开。',
  refusedTitle: '无法在此打开',
  refusedText: '引导您前来的网站需要更改一项设置。没有保存任何内容。请返回并告知他们。',
  refusedOwner: '致网站开发人员',
} satisfies Translated<typeof en>;
