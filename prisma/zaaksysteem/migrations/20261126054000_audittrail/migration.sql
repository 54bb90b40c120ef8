-- AlterEnum
ALTER TYPE "actor_soort" ADD VALUE 'taak';

-- AlterTable
ALTER TABLE "handeling" ADD COLUMN     "aantal" INTEGER,
ADD COLUMN     "begonnen_op" TIMESTAMPTZ(3),
ADD COLUMN     "betrokkene" BYTEA,
ADD COLUMN     "parent_span_id" BYTEA,
ADD COLUMN     "trace_id" BYTEA NOT NULL DEFAULT uuid_send(gen_random_uuid()),
ADD COLUMN     "zaak_id" UUID;

-- CreateIndex
CREATE INDEX "handeling_actor_tijdstip_id_idx" ON "handeling"("actor", "tijdstip", "id");

-- CreateIndex
CREATE INDEX "handeling_handeling_tijdstip_id_idx" ON "handeling"("handeling", "tijdstip", "id");

-- CreateIndex
CREATE INDEX "handeling_zaak_idx" ON "handeling"("zaak_id", "tijdstip", "id") WHERE (zaak_id IS NOT NULL);

-- What is recorded stays as it is for 18 months: KEEP_HANDELINGEN_MS (lib/platform/audit/with-handelingen.ts) in hours,
-- because an interval in days depends on the time zone.
CREATE FUNCTION "bewaar_handeling"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.tijdstip < now() - interval '13152 hours' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'A handeling is never changed, and only deleted after 18 months' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "handeling_bewaren" BEFORE UPDATE OR DELETE ON "handeling"
FOR EACH ROW EXECUTE FUNCTION "bewaar_handeling"();

CREATE TRIGGER "handeling_niet_legen" BEFORE TRUNCATE ON "handeling"
FOR EACH STATEMENT EXECUTE FUNCTION "bewaar_handeling"();

-- With the rights of its owner, so that the role of the application needs none to delete. The body is bound to the table
-- when it is created, so no search_path of a caller leads it elsewhere.
CREATE FUNCTION "verwijder_oude_handelingen"("voor" timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  DELETE FROM "handeling" WHERE "tijdstip" < least("voor", now() - interval '13152 hours');
END;
