-- CreateTable
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "naam" VARCHAR(60) NOT NULL,
    "contact" TEXT NOT NULL,
    "scopes" TEXT[],
    "zaaktypen" TEXT[],
    "types" TEXT[],
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokken_op" TIMESTAMPTZ(3),
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaakt_door_id" UUID,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "begin" VARCHAR(12) NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3),
    "laatst_gebruikt_op" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_client_naam_key" ON "api_client"("naam");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_client_id_idx" ON "api_token"("client_id");

-- AddForeignKey
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_gemaakt_door_id_fkey" FOREIGN KEY ("gemaakt_door_id") REFERENCES "behandelaar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_client"("id") ON DELETE CASCADE ON UPDATE CASCADE;
