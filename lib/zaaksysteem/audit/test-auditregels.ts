import type { ZaaksysteemContext } from '../context.ts'

/** Deletes all auditregels, as only the owner of the table can: triggers refuse it to everybody. */
export async function clearAuditregels({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<void> {
  await pool.query(`
    begin;
    alter table auditregel disable trigger user;
    delete from auditregel;
    alter table auditregel enable trigger user;
    commit`)
}
