import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: '全部完成，谢谢',
  successText: '已全部完成，您可以返回了。',
  reviewTitle: '谢谢，资料已收齐',
  reviewText: '工作人员将进行审核。{requester} 会告知您结果，您无需在此等待。',
  successReturn: '返回 {requester}',
  successReturning: '正在带您返回 {requester}',
  successClose: '关闭',
  successMayClose: '您现在可以关闭此页面。',
  failedTitle: '未能完成验证',
  failedText: '原因如下：',
  failedTextPlain: '{requester} 可以告诉您接下来怎么做。',
  failedNext: '如需帮助，请联系 {requester}。',
  restart: '重新开始',
  expiredTitle: '此验证已过期',
  expiredText: '为了您的安全，验证只在有限时间内开放。请返回 {requester} 重新开始。',
  expiredTextPlain: '为了您的安全，验证只在有限时间内开放。请返回来处重新开始。',
} satisfies Translated<typeof en>;
