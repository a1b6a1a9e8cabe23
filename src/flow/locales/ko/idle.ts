import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '아직 계신가요?',
  text: {other: '정보를 보호하기 위해 {count}분 후 이 세션이 종료됩니다.'},
  kept: '지금까지 한 내용은 저장됩니다.',
  stay: '계속하기',
  extended: '시간이 연장되었습니다.',
} satisfies Translated<typeof en>;
