import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Bạn còn ở đó không?',
  text: {other: 'Để bảo vệ dữ liệu của bạn, phiên này sẽ kết thúc sau {count} phút.'},
  kept: 'Mọi thứ bạn đã làm đều được giữ lại.',
  stay: 'Tiếp tục',
  extended: 'Bạn đã có thêm thời gian.',
} satisfies Translated<typeof en>;
