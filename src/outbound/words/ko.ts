import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester} 인증 코드',
  codeMail:
    '코드는 {code}입니다.\n\n코드를 요청한 {requester} 페이지에 입력해 주세요. {minutes}분 동안 사용할 수 있습니다.\n\n전화로도 다른 사람에게 알려 주지 마세요. 코드를 요청하지 않았다면 아무것도 하지 않아도 됩니다.',
  codeText: '{code} {requester} 인증 코드입니다. 다른 사람에게 알려 주지 마세요.',
  linkSubject: '이 기기에서 {requester} 계속하기',
  linkMail:
    '다른 기기에서 계속하기를 요청하셨습니다. 그 기기에서 이 링크를 여세요:\n\n{link}\n\n1시간 안에 한 번만 사용할 수 있습니다. 요청하지 않았다면 열지 마세요.',
  linkText: '{requester}: 여기에서 계속하세요: {link}',
} satisfies MessageWords;
