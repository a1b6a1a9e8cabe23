import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: '問題が発生しました',
  errorText: 'お客様のせいではありません。ここまでの内容は保存されています。もう一度お試しください。',
  errorNetworkTitle: '接続できません',
  errorNetworkText:
    'サーバーに接続できませんでした。接続を確認してもう一度お試しください。ここまでの内容は保存されています。',
  errorSessionTitle: 'セッションが終了しました',
  errorSessionText:
    'データ保護のため、しばらく操作がないと終了します。元の画面に戻って開き直すと、続きから再開できます。',
  errorLinkTitle: 'このリンクは使用済みです',
  errorLinkText: 'リンクは期限内に一度だけ使えます。入手元に新しいリンクを依頼してください。',
  errorVersionTitle: 'ページを再読み込みしてください',
  errorVersionText: '元のページが古いバージョンを使っています。再読み込みしてもう一度お試しください。',
  errorConfigTitle: 'この本人確認を開けません',
  errorConfigText: '開き方に不足があります。ご案内元にお知らせください。',
  errorInactiveTitle: 'この本人確認は利用できません',
  errorInactiveText: '運営者によって停止されています。どうすればよいかお問い合わせください。',
  errorBusyTitle: '試行回数が多すぎます',
  errorBusyText: 'しばらく待ってからもう一度お試しください。',
  errorOpenTitle: '始めた場所から開いてください',
  errorOpenText: 'この本人確認はすでに始まっています。始めた場所に戻って開くと、続きから再開できます。',
  details: 'サポート用の詳細',
  leftTitle: '本人確認を中断しました',
  leftText: '何も失われていません。今すぐでも後でも再開できます。',
  leftContinue: '続ける',
} satisfies Translated<typeof en>;
