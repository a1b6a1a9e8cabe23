export default {
  title: '테스트 모드: 견본 사용',
  approved: '유효한 신분증',
  expired: '만료된 신분증',
  blurry: '흐릿한 사진',
  mrz_mismatch: '서로 맞지 않는 정보',
  underage: '미성년자의 신분증',
  screen_photo: '화면을 찍은 사진',
  holder: '신분증의 주인',
  wrong_person: '다른 사람',
  swapped_person: '번갈아 나오는 두 사람',
};
