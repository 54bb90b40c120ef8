import type { ZaaksysteemContext } from '../context.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'env'>

export type Mailvoorkeur =
  | { mogelijk: true; email: string; aan: boolean }
  /** `geen_mailserver`: nobody gets mail; `geen_adres`: the sign-in gave no address */
  | { mogelijk: false; reden: 'geen_mailserver' | 'geen_adres' }

/** Returns whether a behandelaar gets signaleringen by mail, or why that is not possible. */
export async function findMailvoorkeur({ db, env }: Ctx, behandelaarId: string): Promise<Mailvoorkeur> {
  if (!env.ZAAKSYSTEEM_SMTP_URL || !env.ZAAKSYSTEEM_MAIL_FROM) return { mogelijk: false, reden: 'geen_mailserver' }
  const { email, signaleringenMailen: aan } = await db.behandelaar.findUniqueOrThrow({ where: { id: behandelaarId } })
  return email ? { mogelijk: true, email, aan } : { mogelijk: false, reden: 'geen_adres' }
}

export async function setMailvoorkeur(
  { db }: Pick<Ctx, 'db'>,
  { behandelaarId, aan }: { behandelaarId: string; aan: boolean },
): Promise<void> {
  await db.behandelaar.update({ where: { id: behandelaarId }, data: { signaleringenMailen: aan } })
}
