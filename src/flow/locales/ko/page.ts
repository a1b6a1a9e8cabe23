import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '본인 확인',
  noscript: '카메라를 사용하려면 JavaScript가 필요합니다. 켜거나 다른 브라우저에서 이 페이지를 열어 주세요.',
  refusedTitle: '여기에서 열 수 없습니다',
  refusedText: '이전 사이트에서 설정을 바꿔야 합니다. 저장된 내용은 없습니다. 돌아가서 알려 주세요.',
  refusedOwner: '사이트 개발자용',
} satisfies Translated<typeof en>;
