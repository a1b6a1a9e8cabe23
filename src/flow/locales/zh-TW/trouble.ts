import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: '出了點問題',
  errorText: '這不是您的問題。已完成的內容會保留。請再試一次。',
  errorNetworkTitle: '沒有網路連線',
  errorNetworkText: '無法連上我們的伺服器。請檢查連線後再試一次，已完成的內容會保留。',
  errorSessionTitle: '工作階段已結束',
  errorSessionText: '為保護您的資料，一段時間無操作後工作階段會結束。請返回來處重新開啟，即可從中斷處繼續。',
  errorLinkTitle: '此連結已使用過',
  errorLinkText: '連結在有限時間內只能使用一次。請在取得連結的地方重新索取。',
  errorVersionTitle: '請重新載入頁面',
  errorVersionText: '您來自的頁面使用的是舊版本。請重新載入後再試一次。',
  errorConfigTitle: '無法開啟此驗證',
  errorConfigText: '開啟方式缺少某些內容。請告知引導您前來的一方。',
  errorInactiveTitle: '此驗證無法使用',
  errorInactiveText: '營運方已將其關閉。請向他們詢問該怎麼做。',
  errorBusyTitle: '嘗試次數過多',
  errorBusyText: '請稍候再試一次。',
  errorOpenTitle: '請從開始的地方開啟',
  errorOpenText: '此驗證已經開始。請返回開始的地方並從那裡開啟，即可從中斷處繼續。',
  details: '供支援人員參考的資訊',
  leftTitle: '您已離開驗證',
  leftText: '沒有遺失任何內容。您可以現在繼續，或稍後再來。',
  leftContinue: '繼續',
} satisfies Translated<typeof en>;
