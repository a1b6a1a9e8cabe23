import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'เสร็จแล้ว ขอบคุณ',
  successText: 'ครบถ้วนแล้ว คุณกลับไปได้',
  reviewTitle: 'ขอบคุณ เราได้รับครบแล้ว',
  reviewText: 'จะมีเจ้าหน้าที่ตรวจดู {requester} จะแจ้งผลให้คุณทราบ ไม่ต้องรอที่นี่',
  successReturn: 'กลับไปที่ {requester}',
  successReturning: 'กำลังพาคุณกลับไปที่ {requester}',
  successClose: 'ปิด',
  successMayClose: 'คุณปิดหน้านี้ได้แล้ว',
  failedTitle: 'เรายืนยันตัวตนให้เสร็จไม่ได้',
  failedText: 'สาเหตุคือ:',
  failedTextPlain: '{requester} บอกคุณได้ว่าต้องทำอะไรต่อ',
  failedNext: 'โปรดติดต่อ {requester} หากต้องการความช่วยเหลือ',
  restart: 'เริ่มใหม่',
  expiredTitle: 'การยืนยันตัวตนนี้หมดอายุแล้ว',
  expiredText: 'เพื่อความปลอดภัยของคุณ หน้านี้เปิดไว้ในเวลาจำกัด กลับไปที่ {requester} แล้วเริ่มใหม่',
  expiredTextPlain: 'เพื่อความปลอดภัยของคุณ หน้านี้เปิดไว้ในเวลาจำกัด กลับไปยังที่ที่คุณมาแล้วเริ่มใหม่',
} satisfies Translated<typeof en>;
