import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'แสดงที่อยู่ของคุณ',
  text: 'เราต้องใช้เอกสารที่มีชื่อและที่อยู่ของคุณ',
  accepted: 'เอกสารที่ใช้ได้',
  type_utility_bill: 'ใบแจ้งค่าไฟ ค่าแก๊ส หรือค่าน้ำ',
  type_phone_bill: 'ใบแจ้งค่าโทรศัพท์หรืออินเทอร์เน็ต',
  type_bank_statement: 'รายการเดินบัญชีธนาคาร',
  type_tax_document: 'หนังสือแจ้งภาษี',
  type_insurance_document: 'เอกสารประกัน',
  type_rental_agreement: 'สัญญาเช่า',
  type_pay_slip: 'สลิปเงินเดือน',
  type_residence_certificate: 'หนังสือรับรองที่อยู่',
  type_other: 'จดหมายราชการอื่น',
  recent: {other: 'ไม่เก่ากว่า {count} วัน'},
  whole: 'อ่านชื่อ ที่อยู่ และวันที่ได้',
  file: 'เลือกไฟล์',
  photo: 'ถ่ายรูป',
  pagesTitle: 'ครบแล้วหรือยัง',
  pagesText: 'หากชื่อ ที่อยู่ หรือวันที่อยู่ในหน้าอื่น ให้เพิ่มหน้านั้น',
  page: 'หน้า {number}',
  addPage: 'เพิ่มอีกหน้า',
  remove: 'ลบ',
  removeOne: 'ลบหน้า {number}',
  send: 'ส่ง',
} satisfies Translated<typeof en>;
