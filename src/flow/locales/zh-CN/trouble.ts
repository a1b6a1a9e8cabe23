import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: '出了点问题',
  errorText: '这不是您的问题。已完成的内容会保留。请重试。',
  errorNetworkTitle: '没有网络连接',
  errorNetworkText: '无法连接我们的服务器。请检查网络后重试，已完成的内容会保留。',
  errorSessionTitle: '会话已结束',
  errorSessionText: '为保护您的数据，一段时间无操作后会话会结束。请返回来处重新打开，即可从中断处继续。',
  errorLinkTitle: '此链接已使用过',
  errorLinkText: '链接在有限时间内只能使用一次。请在获得链接的地方重新获取。',
  errorVersionTitle: '请重新加载页面',
  errorVersionText: '您来自的页面使用的是旧版本。请重新加载后再试。',
  errorConfigTitle: '无法打开此验证',
  errorConfigText: '打开方式缺少某些内容。请告知引导您前来的一方。',
  errorInactiveTitle: '此验证不可用',
  errorInactiveText: '运营方已将其关闭。请向他们询问该怎么做。',
  errorBusyTitle: '尝试次数过多',
  errorBusyText: '请稍候再试。',
  errorOpenTitle: '请从开始的地方打开',
  errorOpenText: '此验证已经开始。请返回开始的地方并从那里打开，即可从中断处继续。',
  details: '供支持人员参考的信息',
  leftTitle: '您已离开验证',
  leftText: '没有丢失任何内容。您可以现在继续，或稍后再来。',
  leftContinue: '继续',
} satisfies Translated<typeof en>;
