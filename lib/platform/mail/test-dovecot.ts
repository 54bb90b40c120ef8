import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '#tools/servers/free-port.ts'
import { imapUrl, TEST_PASSWORD, type TestImap } from './test-imap.ts'

/** The path in Debian's package. Only root may start Dovecot. */
const DOVECOT = '/usr/sbin/dovecot'
export const hasDovecot = existsSync(DOVECOT) && process.getuid?.() === 0

/** The title of its tests, which says in a report why they were skipped. */
export const DOVECOT_TITLE = hasDovecot
  ? 'Dovecot'
  : 'Dovecot (skipped: it is not on this machine, or the tests are not run by root)'

const settings = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
passdb {
  driver = static
  args = password=${TEST_PASSWORD}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`

/** Does the same as `startTestImap`, with a real Dovecot. */
export async function startDovecot(): Promise<TestImap> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'))
  const mail = join(folder, 'mail')
  await chmod(folder, 0o755)
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(mail, part), { recursive: true })
  for (const path of [mail, ...['new', 'cur', 'tmp'].map((part) => join(mail, part))]) await chmod(path, 0o777)
  const port = await freePort()
  await writeFile(join(folder, 'conf'), settings(folder, port))
  const child = spawn(DOVECOT, ['-F', '-c', join(folder, 'conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  for await (const line of createInterface(child.stderr)) if (line.includes('starting up for imap')) break
  child.stderr.resume()
  let count = 0
  /** The file name of a mail holds its flags. */
  const names = async () => (await Promise.all(['new', 'cur'].map((part) => readdir(join(mail, part))))).flat()
  return {
    url: imapUrl(`127.0.0.1:${port}`),
    async deliver(raw, { arrivedOp = new Date() } = {}) {
      const [arriving, name] = [join(mail, 'tmp', 'arriving'), String(++count).padStart(6, '0')]
      await writeFile(arriving, raw)
      await utimes(arriving, arrivedOp, arrivedOp)
      await chmod(arriving, 0o666)
      await rename(arriving, join(mail, 'new', name))
    },
    list: async () => (await names()).map((name) => (/:2,\w*F/.test(name) ? 'look' : 'waits')),
    async empty() {
      for (const part of ['new', 'cur']) {
        for (const name of await readdir(join(mail, part))) await rm(join(mail, part, name))
      }
    },
    async close() {
      child.kill()
      await exited
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
