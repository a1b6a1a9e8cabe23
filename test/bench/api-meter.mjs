/**
 * Loaded before a process under load of the API bench, which is otherwise the one that ships. Asked for `cpu` it tells what it used so
 * far; asked for `sql`, the statements that it sent last: the one of a create, and the one of the API log.
 */
import pg from 'pg';

const sent = {};
const {query} = pg.Client.prototype;
pg.Client.prototype.query = function (asked, ...rest) {
  const {text, values} = asked;
  if (text?.startsWith('with assumed')) sent.create = {text, values};
  else if (text?.startsWith('insert into api_log')) sent.log = {text, values};
  return query.call(this, asked, ...rest);
};

process.on('message', (question) => {
  const {user, system} = process.cpuUsage();
  process.send(question === 'sql' ? sent : {cpuMs: (user + system) / 1000});
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
