import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'รหัสของคุณสำหรับ {requester}',
  codeMail:
    'รหัสของคุณคือ {code}\n\nใส่รหัสในหน้าของ {requester} ที่ขอรหัสนี้ รหัสใช้ได้ {minutes} นาที\n\nอย่าบอกรหัสแก่ผู้ใด แม้ทางโทรศัพท์ หากคุณไม่ได้ขอรหัส คุณไม่ต้องทำอะไร',
  codeText: '{code} คือรหัสของคุณสำหรับ {requester} อย่าบอกผู้ใด',
  linkSubject: 'ทำต่อกับ {requester} บนอุปกรณ์นี้',
  linkMail: 'คุณขอทำต่อบนอุปกรณ์อื่น เปิดลิงก์นี้ที่นั่น:\n\n{link}\n\nลิงก์ใช้ได้ครั้งเดียว ภายในหนึ่งชั่วโมง หากคุณไม่ได้ขอ โปรดอย่าเปิด',
  linkText: '{requester}: ทำต่อที่นี่: {link}',
} satisfies MessageWords;
