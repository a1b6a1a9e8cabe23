import assert from 'node:assert/strict';
import {once} from 'node:events';
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import {createInterface} from 'node:readline';
import {after, test} from 'node:test';
import {openSmtpMailer} from '../../src/outbound/mailer.ts';

const servers: net.Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

test('hands a mail to the SMTP server, under the id it was given', async () => {
  const {url, received} = await smtpServer('250 taken');
  const mailer = openSmtpMailer({url, from: 'Shop <identity@shop.example>', timeoutMs: 5000});
  await mailer.send({to: 'erika@example.com', subject: 'Your link', text: 'Hello Erika'}, '<mail_1@countersign>');
  mailer.close();
  const text = received.join('\n');
  assert.match(text, /^MAIL FROM:<identity@shop\.example>/m);
  assert.match(text, /^RCPT TO:<erika@example\.com>/m);
  assert.match(text, /^Message-ID: <mail_1@countersign>$/m);
  assert.match(text, /^Subject: Your link$/m);
  assert.match(text, /^Hello Erika$/m);
});

test('a server that refuses, or is not there, is an error to try again', async () => {
  const {url} = await smtpServer('452 full');
  const full = openSmtpMailer({url, from: 'a@shop.example', timeoutMs: 5000});
  await assert.rejects(full.send({to: 'b@example.com', subject: 's', text: 't'}, '<mail_2@countersign>'));
  const absent = openSmtpMailer({url: 'smtp://127.0.0.1:1', from: 'a@shop.example', timeoutMs: 5000});
  await assert.rejects(absent.send({to: 'b@example.com', subject: 's', text: 't'}, '<mail_3@countersign>'));
});

/** The few words of SMTP (RFC 5321) that a sender needs; `verdict` answers the end of the data. */
async function smtpServer(verdict: string): Promise<{url: string; received: string[]}> {
  const received: string[] = [];
  const server = net.createServer((socket) => {
    let inData = false;
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    say('220 ready');
    createInterface(socket).on('line', (line) => {
      received.push(line);
      if (inData) {
        if (line !== '.') return;
        inData = false;
        say(verdict);
      } else if (line === 'DATA') {
        inData = true;
        say('354 go on');
      } else {
        say(line === 'QUIT' ? '221 bye' : '250 ok');
      }
    });
    socket.on('error', () => socket.destroy());
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received};
}
