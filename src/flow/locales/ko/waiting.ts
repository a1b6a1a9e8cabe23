import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: '신분증 확인 중',
  processingSelfie: '셀카 확인 중',
  processingDetails: '정보 확인 중',
  processingPhone: '번호 확인 중',
  processingEmail: '주소 확인 중',
  processingText: '보통 몇 초 걸립니다. 아무것도 하지 않아도 됩니다.',
  processingSlow: '평소보다 오래 걸립니다. 기다리거나 나가도 확인은 계속됩니다.',
  word_received: '사진 받음',
  word_found_document: '신분증 찾음',
  word_reading_text: '글자 읽는 중',
  word_reading_barcode: '바코드 읽는 중',
  word_checking_dates: '날짜 확인 중',
  word_finding_face: '얼굴 찾는 중',
  word_checking_liveness: '지금 본인인지 확인 중',
  word_comparing_faces: '신분증과 비교 중',
  word_searching_records: '기록 찾는 중',
  word_deciding: '결과 정리 중',
  stateDone: '완료',
  stateNow: '진행 중',
  stateNext: '예정',
} satisfies Translated<typeof en>;
