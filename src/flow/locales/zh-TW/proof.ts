import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '證明您的住址',
  text: '我們需要一份顯示您姓名和地址的文件。',
  accepted: '可以使用的文件',
  type_utility_bill: '電費、瓦斯費或水費帳單',
  type_phone_bill: '電話或網路帳單',
  type_bank_statement: '銀行對帳單',
  type_tax_document: '稅單',
  type_insurance_document: '保險文件',
  type_rental_agreement: '租賃契約',
  type_pay_slip: '薪資單',
  type_residence_certificate: '居住證明',
  type_other: '其他正式信函',
  recent: {other: '須為 {count} 天以內'},
  whole: '姓名、地址和日期清晰可讀',
  file: '選擇檔案',
  photo: '拍照',
  pagesTitle: '就這些嗎？',
  pagesText: '如果姓名、地址或日期在另一頁，請加入該頁。',
  page: '第 {number} 頁',
  addPage: '新增一頁',
  remove: '移除',
  removeOne: '移除第 {number} 頁',
  send: '傳送',
} satisfies Translated<typeof en>;
