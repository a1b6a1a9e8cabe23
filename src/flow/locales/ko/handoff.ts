import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '휴대전화에서 계속',
  titleElsewhere: '다른 기기에서 계속',
  text: '휴대전화 카메라로 이 코드를 비추세요. 지금까지 한 내용은 저장됩니다.',
  textElsewhere: '다른 브라우저나 기기에서 이 링크를 여세요. 지금까지 한 내용은 저장됩니다.',
  codeAlt: '휴대전화에서 본인 확인을 여는 QR 코드',
  preparing: '코드를 만드는 중',
  link: '또는 그곳에서 이 링크 열기',
  copy: '링크 복사',
  copied: '복사됨',
  expires: '링크는 1시간 안에 한 번만 사용할 수 있습니다.',
  another: '새 코드 만들기',
  here: '여기에서 계속',
  byEmail: '이메일 주소',
  bySms: '국가 번호를 포함한 휴대전화 번호',
  send: '링크 보내기',
  sent: '링크를 보내고 있습니다.',
  sendWrong: '그곳으로 보낼 수 없습니다. 입력한 내용을 확인해 주세요.',
  joinedTitle: '휴대전화가 연결되었습니다',
  joinedText: '휴대전화에서 계속하세요. 이 페이지는 자동으로 따라가며, 닫아도 사라지는 것은 없습니다.',
  joinedAt: '{time}에 연결됨',
  refuse: '제가 아닙니다',
  refused: '그 기기는 이제 아무것도 할 수 없습니다. 새 코드를 만들었습니다.',
  inAppTitle: '브라우저에서 열어 주세요',
  inAppText:
    '현재 앱에서는 페이지가 카메라를 사용할 수 없습니다. 링크를 복사해 브라우저에서 열거나 사진을 올려 주세요.',
  inAppOpen: '브라우저에서 열기',
} satisfies Translated<typeof en>;
