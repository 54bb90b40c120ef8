// Stands in for the package BouncyCastle.Cryptography, with what the snippets call of it and the Ed25519 of
// OpenSSL.
using System.Runtime.InteropServices;

namespace Org.BouncyCastle.Crypto
{
    public interface ICipherParameters;
}

namespace Org.BouncyCastle.Crypto.Parameters
{
    public sealed class Ed25519PublicKeyParameters(byte[] buf, int off) : ICipherParameters
    {
        internal readonly byte[] Key = buf.AsSpan(off, 32).ToArray();
    }
}

namespace Org.BouncyCastle.Crypto.Signers
{
    using Parameters;

    public class Ed25519Signer
    {
        private const int Ed25519 = 1087;
        private readonly MemoryStream message = new();
        private byte[] key = [];

        public virtual void Init(bool forSigning, ICipherParameters parameters)
        {
            if (forSigning) throw new NotSupportedException();
            key = ((Ed25519PublicKeyParameters)parameters).Key;
        }

        public virtual void BlockUpdate(byte[] buf, int off, int len) => message.Write(buf, off, len);

        public virtual bool VerifySignature(byte[] signature)
        {
            var publicKey = EVP_PKEY_new_raw_public_key(Ed25519, 0, key, key.Length);
            var context = EVP_MD_CTX_new();
            try
            {
                var signed = message.ToArray();
                return EVP_DigestVerifyInit(context, 0, 0, 0, publicKey) == 1
                    && EVP_DigestVerify(context, signature, signature.Length, signed, signed.Length) == 1;
            }
            finally
            {
                EVP_MD_CTX_free(context);
                EVP_PKEY_free(publicKey);
            }
        }

        private const string OpenSsl = "libcrypto.so.3";

        [DllImport(OpenSsl)]
        private static extern nint EVP_PKEY_new_raw_public_key(int type, nint engine, byte[] key, nint length);

        [DllImport(OpenSsl)]
        private static extern nint EVP_MD_CTX_new();

        [DllImport(OpenSsl)]
        private static extern int EVP_DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

        [DllImport(OpenSsl)]
        private static extern int EVP_DigestVerify(
            nint context, byte[] signature, nint signatureLength, byte[] message, nint messageLength);

        [DllImport(OpenSsl)]
        private static extern void EVP_MD_CTX_free(nint context);

        [DllImport(OpenSsl)]
        private static extern void EVP_PKEY_free(nint key);
    }
}
