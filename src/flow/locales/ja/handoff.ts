import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'スマートフォンで続ける',
  titleElsewhere: '別の端末で続ける',
  text: 'スマートフォンのカメラをこのコードに向けてください。ここまでの内容は保存されています。',
  textElsewhere: '別のブラウザまたは端末でこのリンクを開いてください。ここまでの内容は保存されています。',
  codeAlt: 'スマートフォンでこの本人確認を開く QR コード',
  preparing: 'コードを作成しています',
  link: 'または、そちらでこのリンクを開く',
  copy: 'リンクをコピー',
  copied: 'コピーしました',
  expires: 'リンクは1時間以内に一度だけ使えます。',
  another: '新しいコードを作る',
  here: 'ここで続ける',
  byEmail: 'メールアドレス',
  bySms: '携帯電話番号（国番号から）',
  send: 'リンクを送る',
  sent: 'リンクを送りました。',
  sendWrong: 'そこには送れません。入力内容をご確認ください。',
  joinedTitle: 'スマートフォンが接続されました',
  joinedText: 'そちらで続けてください。このページは自動で進み、閉じても何も失われません。',
  joinedAt: '{time} に接続',
  refuse: '私ではありません',
  refused: 'その端末はもう操作できません。新しいコードをお使いください。',
  inAppTitle: 'ブラウザで開いてください',
  inAppText:
    'お使いのアプリではページからカメラを使えません。リンクをコピーしてブラウザで開くか、写真を送ってください。',
  inAppOpen: 'ブラウザで開く',
} satisfies Translated<typeof en>;
