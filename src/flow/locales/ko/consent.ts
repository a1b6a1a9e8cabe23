import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: '얼굴 사진입니다. 얼굴을 측정하여 다른 얼굴과 구별하는 숫자를 만듭니다.',
  phone: '전화번호와 그 번호로 받는 코드입니다.',
  email: '이메일 주소와 그 주소로 받는 코드입니다.',
  answers: '다음 페이지에서 입력하거나 추가하는 내용입니다.',
  records: '조회하는 기록에 있는 고객님의 정보입니다.',
  whyFace: '지금 정말 본인인지 확인하기 위해서입니다.',
  whyGiven: '제공하신 정보가 정확하고 본인의 것인지 확인하기 위해서입니다.',
  startText: '{requester}에서 몇 가지 정보 확인을 요청했습니다. 약 2분 걸립니다.',
  startPrivate: '입력하신 내용은 암호화되어 전송되며 이 확인에만 사용됩니다',
  papers: '우편물, 청구서 또는 기타 서류와 거기에 인쇄된 정보입니다.',
} satisfies Translated<typeof en>;
