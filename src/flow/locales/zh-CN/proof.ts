import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '证明您的住址',
  text: '我们需要一份显示您姓名和地址的文件。',
  accepted: '可以使用的文件',
  type_utility_bill: '电费、燃气费或水费账单',
  type_phone_bill: '电话或网络账单',
  type_bank_statement: '银行对账单',
  type_tax_document: '税务通知',
  type_insurance_document: '保险文件',
  type_rental_agreement: '租房合同',
  type_pay_slip: '工资单',
  type_residence_certificate: '居住证明',
  type_other: '其他正式信函',
  recent: {other: '须为 {count} 天以内'},
  whole: '姓名、地址和日期清晰可读',
  file: '选择文件',
  photo: '拍照',
  pagesTitle: '就这些吗？',
  pagesText: '如果姓名、地址或日期在另一页，请添加该页。',
  page: '第 {number} 页',
  addPage: '添加一页',
  remove: '移除',
  removeOne: '移除第 {number} 页',
  send: '发送',
} satisfies Translated<typeof en>;
