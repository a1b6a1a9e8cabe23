import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '거주지를 보여 주세요',
  text: '이름과 주소가 나온 서류가 필요합니다.',
  accepted: '사용할 수 있는 서류',
  type_utility_bill: '전기, 가스 또는 수도 요금 고지서',
  type_phone_bill: '전화 또는 인터넷 요금 고지서',
  type_bank_statement: '은행 거래 내역서',
  type_tax_document: '세금 고지서',
  type_insurance_document: '보험 서류',
  type_rental_agreement: '임대차 계약서',
  type_pay_slip: '급여 명세서',
  type_residence_certificate: '거주 증명서',
  type_other: '기타 공식 우편물',
  recent: {other: '{count}일 이내의 서류'},
  whole: '이름, 주소, 날짜가 잘 읽혀야 합니다',
  file: '파일 선택',
  photo: '사진 찍기',
  pagesTitle: '이것이 전부인가요?',
  pagesText: '이름, 주소 또는 날짜가 다른 면에 있으면 추가해 주세요.',
  page: '{number}쪽',
  addPage: '페이지 추가',
  remove: '삭제',
  removeOne: '{number}쪽 삭제',
  send: '보내기',
} satisfies Translated<typeof en>;
