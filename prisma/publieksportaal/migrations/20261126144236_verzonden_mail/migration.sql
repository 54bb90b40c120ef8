-- AlterTable
ALTER TABLE "emailadres" ADD COLUMN     "retourcode" TEXT NOT NULL DEFAULT substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 17);

-- CreateTable
CREATE TABLE "verzonden_mail" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "zaak_id" UUID,
    "retourcode" TEXT NOT NULL,
    "versies" INTEGER[],
    "verzonden_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verzonden_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verzonden_mail_burger_id_idx" ON "verzonden_mail"("burger_id");

-- CreateIndex
CREATE INDEX "verzonden_mail_zaak_id_idx" ON "verzonden_mail"("zaak_id");

-- CreateIndex
CREATE INDEX "verzonden_mail_verzonden_op_idx" ON "verzonden_mail"("verzonden_op");

-- CreateIndex
CREATE INDEX "emailadres_sleutel_id_burger_id_idx" ON "emailadres"("sleutel_id", "burger_id");

-- CreateIndex
CREATE INDEX "uitgaande_mail_sleutel_id_id_idx" ON "uitgaande_mail"("sleutel_id", "id") WHERE (sleutel_id is not null);

-- AddForeignKey
ALTER TABLE "verzonden_mail" ADD CONSTRAINT "verzonden_mail_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verzonden_mail" ADD CONSTRAINT "verzonden_mail_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;
