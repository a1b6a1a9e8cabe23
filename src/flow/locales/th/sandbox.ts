export default {
  title: 'โหมดทดสอบ: ใช้เอกสารตัวอย่าง',
  approved: 'เอกสารที่ยังใช้ได้',
  expired: 'เอกสารหมดอายุ',
  blurry: 'ภาพเบลอ',
  mrz_mismatch: 'ข้อมูลที่ขัดแย้งกัน',
  underage: 'เอกสารของผู้เยาว์',
  screen_photo: 'ภาพถ่ายหน้าจอ',
  holder: 'เจ้าของเอกสาร',
  wrong_person: 'คนอื่น',
  swapped_person: 'สองคนสลับกัน',
};
