import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'まだいらっしゃいますか？',
  text: {other: 'データ保護のため、このセッションは{count}分後に終了します。'},
  kept: 'ここまでの内容は保存されています。',
  stay: '続ける',
  extended: '時間を延長しました。',
} satisfies Translated<typeof en>;
