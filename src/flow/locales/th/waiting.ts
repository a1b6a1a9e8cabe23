import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'กำลังตรวจเอกสารของคุณ',
  processingSelfie: 'กำลังตรวจเซลฟีของคุณ',
  processingDetails: 'กำลังตรวจข้อมูลของคุณ',
  processingPhone: 'กำลังตรวจหมายเลขของคุณ',
  processingEmail: 'กำลังตรวจที่อยู่อีเมลของคุณ',
  processingText: 'โดยทั่วไปใช้เวลาไม่กี่วินาที คุณไม่ต้องทำอะไร',
  processingSlow: 'ใช้เวลานานกว่าปกติ คุณจะอยู่หรือออกก็ได้: การตรวจจะดำเนินต่อไป',
  word_received: 'ได้รับรูปแล้ว',
  word_found_document: 'พบเอกสารแล้ว',
  word_reading_text: 'กำลังอ่านตัวหนังสือ',
  word_reading_barcode: 'กำลังอ่านบาร์โค้ด',
  word_checking_dates: 'กำลังตรวจวันที่',
  word_finding_face: 'กำลังหาใบหน้าของคุณ',
  word_checking_liveness: 'กำลังตรวจว่าเป็นคุณในขณะนี้',
  word_comparing_faces: 'กำลังเทียบกับเอกสารของคุณ',
  word_searching_records: 'กำลังค้นหาข้อมูลทะเบียนของคุณ',
  word_deciding: 'กำลังรวบรวมผล',
  stateDone: 'เสร็จแล้ว',
  stateNow: 'กำลังทำ',
  stateNext: 'ถัดไป',
} satisfies Translated<typeof en>;
