import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Mã của bạn cho {requester}',
  codeMail:
    'Mã của bạn là {code}\n\nHãy nhập mã trên trang của {requester} đã yêu cầu. Mã có hiệu lực trong {minutes} phút.\n\nĐừng cho bất kỳ ai biết mã, kể cả qua điện thoại. Nếu bạn không yêu cầu mã, bạn không cần làm gì.',
  codeText: '{code} là mã của bạn cho {requester}. Đừng cho ai biết mã này.',
  linkSubject: 'Tiếp tục với {requester} trên thiết bị này',
  linkMail:
    'Bạn đã yêu cầu tiếp tục trên thiết bị khác. Hãy mở liên kết này ở đó:\n\n{link}\n\nLiên kết dùng được một lần, trong vòng một giờ. Nếu bạn không yêu cầu, đừng mở.',
  linkText: '{requester}: tiếp tục tại đây: {link}',
} satisfies MessageWords;
