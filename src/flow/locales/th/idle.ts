import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'คุณยังอยู่ไหม',
  text: {other: 'เพื่อความปลอดภัยของข้อมูล เซสชันนี้จะสิ้นสุดในอีก {count} นาที'},
  kept: 'ทุกสิ่งที่คุณทำไว้ถูกเก็บแล้ว',
  stay: 'ทำต่อ',
  extended: 'คุณมีเวลาเพิ่มแล้ว',
} satisfies Translated<typeof en>;
