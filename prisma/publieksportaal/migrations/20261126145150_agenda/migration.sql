-- CreateTable
CREATE TABLE "agenda" (
    "burger_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,
    "taal" "mailtaal" NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 0,
    "gewijzigd_op" TIMESTAMPTZ(3),
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "opgehaald_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("burger_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_token_hash_key" ON "agenda"("token_hash");

-- CreateIndex
CREATE INDEX "agenda_opgehaald_op_idx" ON "agenda"("opgehaald_op");

-- AddForeignKey
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;
