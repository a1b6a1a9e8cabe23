import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'ยืนยันตัวตนของคุณ',
  noscript: 'หน้านี้ต้องใช้ JavaScript เพื่อใช้กล้อง โปรดเปิดใช้งาน หรือเปิดหน้านี้ในเบราว์เซอร์อื่น',
  refusedTitle: 'เปิดหน้านี้ที่นี่ไม่ได้',
  refusedText: 'เว็บไซต์ที่ส่งคุณมาต้องเปลี่ยนการตั้งค่า ไม่มีการบันทึกข้อมูลใด โปรดกลับไปแจ้งเว็บไซต์นั้น',
  refusedOwner: 'สำหรับผู้พัฒนาเว็บไซต์',
} satisfies Translated<typeof en>;
