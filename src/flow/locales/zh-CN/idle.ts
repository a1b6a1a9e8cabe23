import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '您还在吗？',
  text: {other: '为保护您的数据，此会话将在 {count} 分钟后结束。'},
  kept: '已完成的内容都会保留。',
  stay: '继续',
  extended: '时间已延长。',
} satisfies Translated<typeof en>;
