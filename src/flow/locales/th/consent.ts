import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'ภาพใบหน้าของคุณ ใบหน้าจะถูกวัดเป็นตัวเลขที่แยกจากใบหน้าอื่นได้',
  whatPhone: 'หมายเลขโทรศัพท์ของคุณ และรหัสที่คุณได้รับ',
  whatEmail: 'ที่อยู่อีเมลของคุณ และรหัสที่คุณได้รับ',
  whatAnswers: 'สิ่งที่คุณกรอกหรือเพิ่มในหน้าถัดไป',
  whatRecords: 'ข้อมูลเกี่ยวกับคุณในทะเบียนที่เราค้นหา',
  whyFace: 'เพื่อตรวจว่าเป็นคุณจริง ๆ ในขณะนี้',
  whyGiven: 'เพื่อตรวจว่าข้อมูลที่คุณให้ถูกต้องและเป็นของคุณ',
} satisfies Translated<typeof en>;
