import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: '문제가 생겼습니다',
  errorText: '고객님의 잘못이 아닙니다. 지금까지 한 내용은 저장됩니다. 다시 시도해 주세요.',
  errorNetworkTitle: '연결되지 않음',
  errorNetworkText: '서버에 연결하지 못했습니다. 연결을 확인하고 다시 시도해 주세요. 지금까지 한 내용은 저장됩니다.',
  errorSessionTitle: '세션이 종료되었습니다',
  errorSessionText:
    '정보를 보호하기 위해 한동안 활동이 없으면 종료됩니다. 이전 페이지로 돌아가 다시 열면 이어서 할 수 있습니다.',
  errorLinkTitle: '이미 사용한 링크입니다',
  errorLinkText: '링크는 정해진 시간 안에 한 번만 사용할 수 있습니다. 링크를 받은 곳에 새로 요청해 주세요.',
  errorVersionTitle: '페이지를 새로 고쳐 주세요',
  errorVersionText: '이전 페이지가 오래된 버전을 사용합니다. 새로 고치고 다시 시도해 주세요.',
  errorConfigTitle: '본인 확인을 열 수 없습니다',
  errorConfigText: '여는 방식에 빠진 것이 있습니다. 이곳으로 안내한 곳에 알려 주세요.',
  errorInactiveTitle: '본인 확인을 사용할 수 없습니다',
  errorInactiveText: '운영하는 곳에서 사용을 중지했습니다. 그곳에 문의해 주세요.',
  errorBusyTitle: '시도가 너무 많습니다',
  errorBusyText: '잠시 기다렸다가 다시 시도해 주세요.',
  errorOpenTitle: '시작한 곳에서 열어 주세요',
  errorOpenText: '이미 시작된 본인 확인입니다. 시작한 곳으로 돌아가 다시 열면 이어서 할 수 있습니다.',
  details: '고객 지원용 정보',
  leftTitle: '본인 확인에서 나왔습니다',
  leftText: '사라진 것은 없습니다. 지금 계속하거나 나중에 돌아올 수 있습니다.',
  leftContinue: '계속하기',
} satisfies Translated<typeof en>;
