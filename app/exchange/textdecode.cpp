// SPDX-License-Identifier: GPL-3.0-or-later
#include "textdecode.h"

#include <QCoreApplication>
#include <QStringConverter>

#include <algorithm>
#include <array>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Decode)
};

Problem refused(const char *code, const QString &text)
{
    return {Problem::Kind::Parse, QString::fromLatin1(code), text, {}, {}, {}};
}

/// UTF-16 without a mark shows itself by a zero in every second byte of plain text.
std::optional<QStringConverter::Encoding> guessedUtf16(const QByteArray &bytes)
{
    const qsizetype probe = std::min<qsizetype>(bytes.size() & ~qsizetype(1), 512);
    if (probe < 8)
        return {};
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < probe; i += 2) {
        even += bytes[i] == 0;
        odd += bytes[i + 1] == 0;
    }
    if (odd * 2 > probe * 8 / 10 && even == 0)
        return QStringConverter::Utf16LE;
    if (even * 2 > probe * 8 / 10 && odd == 0)
        return QStringConverter::Utf16BE;
    return {};
}

QString fromWindows1252(const QByteArray &bytes)
{
    static constexpr std::array<char16_t, 32> upper = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = uchar(bytes[i]);
        text[i] = byte >= 0x80 && byte < 0xA0 ? QChar(upper[byte - 0x80]) : QChar(char16_t(byte));
    }
    return text;
}

QString decode(const QByteArray &bytes, DecodedText &out)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    constexpr std::array tooWide{QStringConverter::Utf32, QStringConverter::Utf32LE, QStringConverter::Utf32BE};
    if (encoding && std::find(tooWide.begin(), tooWide.end(), *encoding) != tooWide.end())
        encoding.reset();
    if (!encoding)
        encoding = guessedUtf16(bytes);
    if (encoding && *encoding != QStringConverter::Utf8) {
        out.encoding = u"UTF-16"_s;
        QStringDecoder decoder(*encoding);
        const QString text = decoder.decode(bytes);
        if (decoder.hasError())
            out.warnings += Text::tr("Some characters are not valid UTF-16 and were replaced.");
        return text;
    }
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder.decode(bytes);
    if (!decoder.hasError()) {
        out.encoding = u"UTF-8"_s;
        return text;
    }
    out.encoding = u"Windows-1252"_s;
    out.warnings += Text::tr("The file is not UTF-8; it was read as Windows-1252. Look at accented letters.");
    return fromWindows1252(bytes);
}

} // namespace

Outcome<DecodedText> decodeText(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return refused("import-empty", Text::tr("The file is empty."));
    if (bytes.size() > kMaxImportBytes)
        return refused("import-too-large",
                       Text::tr("The file is larger than 16 MiB. Split it, or export a shorter span of time."));
    if (bytes.startsWith("%PDF-") || bytes.startsWith("PK\x03\x04") || bytes.startsWith("\x1f\x8b")
        || bytes.startsWith("SQLite format 3"))
        return refused("import-binary", Text::tr("The file is not text. Export it as Markdown, CSV or JSON first."));
    DecodedText out;
    out.text = decode(bytes, out);
    if (out.text.startsWith(QChar(0xFEFF)))
        out.text.remove(0, 1);
    out.text.replace(u"\r\n"_s, u"\n"_s);
    out.text.replace(u'\r', u'\n');
    const qsizetype nuls = out.text.count(QChar(u'\0'));
    if (nuls * 10 > out.text.size())
        return refused("import-binary", Text::tr("The file is not text. Export it as Markdown, CSV or JSON first."));
    if (nuls > 0) {
        out.text.replace(QChar(u'\0'), QChar(0xFFFD));
        out.warnings += Text::tr("The file has zero bytes in it; they were replaced.");
    }
    return out;
}

} // namespace fireline::exchange
