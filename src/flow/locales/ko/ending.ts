import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: '완료되었습니다. 감사합니다',
  successText: '모두 끝났습니다. 이제 돌아가셔도 됩니다.',
  reviewTitle: '감사합니다. 모두 받았습니다',
  reviewText: '담당자가 검토합니다. 결과는 {requester}에서 알려 드리므로 여기서 기다리지 않아도 됩니다.',
  successReturn: '{requester}에 돌아가기',
  successReturning: '{requester}에 돌아가는 중',
  successClose: '닫기',
  successMayClose: '이제 이 페이지를 닫아도 됩니다.',
  failedTitle: '본인 확인을 완료하지 못했습니다',
  failedText: '이유는 다음과 같습니다:',
  failedTextPlain: '다음에 할 일은 {requester}에서 안내해 드립니다.',
  failedNext: '도움이 필요하면 {requester}에 문의해 주세요.',
  restart: '처음부터 다시',
  expiredTitle: '본인 확인이 만료되었습니다',
  expiredText: '안전을 위해 일정 시간만 열려 있습니다. {requester}에 돌아가 다시 시작해 주세요.',
  expiredTextPlain: '안전을 위해 일정 시간만 열려 있습니다. 이전 페이지로 돌아가 다시 시작해 주세요.',
} satisfies Translated<typeof en>;
