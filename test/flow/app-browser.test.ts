import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isAppBrowser, outsideLink} from '../../src/flow/app-browser.ts';
import {classifyCameraTrouble} from '../../src/flow/capture/camera-trouble.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.0.0 Mobile Safari/537.36';
const inside = [
  `${iphone} Instagram 329.0.0.26.103 (iPhone15,2; iOS 17_4; de_DE)`,
  `${iphone} [FBAN/FBIOS;FBAV/460.0.0.31.103;FBBV/596541423]`,
  `${android} [FB_IAB/FB4A;FBAV/460.0.0.32.109;]`,
  `${iphone} Safari Line/14.5.0`,
  `${android} MicroMessenger/8.0.47.2560(0x28002F30)`,
  `${android} musical_ly_2023405030 BytedanceWebview/d8a21c6`,
  `${iphone} Snapchat/12.82.0.33`,
];
const outside = [
  `${iphone} Version/17.4 Safari/604.1`,
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0',
  // an integrator's own web view, which passes the camera on
  android,
];

test('knows the browsers inside apps, and takes no other for one', () => {
  for (const agent of inside) assert.equal(isAppBrowser(agent), true, agent);
  for (const agent of outside) assert.equal(isAppBrowser(agent), false, agent);
});

test('leads out of them where the system knows a way, and carries the whole address', () => {
  const link = 'https://verify.example.com/verify?code=abc';
  assert.equal(outsideLink(link, inside[2]), 'intent://verify.example.com/verify?code=abc#Intent;scheme=https;end');
  assert.equal(outsideLink(link, inside[0]), 'x-safari-https://verify.example.com/verify?code=abc');
  assert.equal(outsideLink(link, iphone.replace('17_4', '16_7')), undefined);
  assert.equal(outsideLink(link, outside[2]), undefined);
});

test('there a camera that is not given is the app’s doing, not the person’s', () => {
  const signs = {secureContext: true, appBrowser: true};
  assert.equal(classifyCameraTrouble({...signs, mediaDevices: false}), 'inapp');
  assert.equal(classifyCameraTrouble({...signs, mediaDevices: true, errorName: 'NotAllowedError'}), 'inapp');
  assert.equal(classifyCameraTrouble({...signs, mediaDevices: true, errorName: 'NotReadableError'}), 'busy');
  assert.equal(classifyCameraTrouble({...signs, mediaDevices: true, policyAllows: false}), 'policy');
});
