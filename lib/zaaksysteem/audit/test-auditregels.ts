import type { ZaaksysteemContext } from '../context.ts'

/** Deletes all auditregels as the owner of the table, without the triggers that refuse it. */
export async function clearAuditregels({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<void> {
  await pool.query(`
    begin;
    alter table auditregel disable trigger user;
    delete from auditregel;
    alter table auditregel enable trigger user;
    commit`)
}
