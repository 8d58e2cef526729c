//! The encodings by name. `codepage` names all of them; four are known here.

use super::{Encoding, Form};

macro_rules! encodings {
    ($($name:ident $init:ident $label:literal $form:expr;)*) => {$(
        #[doc = concat!("The encoding ", $label, ".")]
        pub static $init: Encoding = Encoding { name: $label, form: $form };
        #[doc = concat!("The encoding ", $label, ".")]
        pub static $name: &Encoding = &$init;
    )*};
}

encodings! {
    UTF_8 UTF_8_INIT "UTF-8" Form::Utf8;
    UTF_16LE UTF_16LE_INIT "UTF-16LE" Form::Utf16 { is_big_endian: false };
    UTF_16BE UTF_16BE_INIT "UTF-16BE" Form::Utf16 { is_big_endian: true };
    WINDOWS_1252 WINDOWS_1252_INIT "windows-1252" Form::Windows1252;
    WINDOWS_1250 WINDOWS_1250_INIT "windows-1250" Form::Unknown;
    WINDOWS_1251 WINDOWS_1251_INIT "windows-1251" Form::Unknown;
    WINDOWS_1253 WINDOWS_1253_INIT "windows-1253" Form::Unknown;
    WINDOWS_1254 WINDOWS_1254_INIT "windows-1254" Form::Unknown;
    WINDOWS_1255 WINDOWS_1255_INIT "windows-1255" Form::Unknown;
    WINDOWS_1256 WINDOWS_1256_INIT "windows-1256" Form::Unknown;
    WINDOWS_1257 WINDOWS_1257_INIT "windows-1257" Form::Unknown;
    WINDOWS_1258 WINDOWS_1258_INIT "windows-1258" Form::Unknown;
    WINDOWS_874 WINDOWS_874_INIT "windows-874" Form::Unknown;
    ISO_8859_2 ISO_8859_2_INIT "ISO-8859-2" Form::Unknown;
    ISO_8859_3 ISO_8859_3_INIT "ISO-8859-3" Form::Unknown;
    ISO_8859_4 ISO_8859_4_INIT "ISO-8859-4" Form::Unknown;
    ISO_8859_5 ISO_8859_5_INIT "ISO-8859-5" Form::Unknown;
    ISO_8859_6 ISO_8859_6_INIT "ISO-8859-6" Form::Unknown;
    ISO_8859_7 ISO_8859_7_INIT "ISO-8859-7" Form::Unknown;
    ISO_8859_8 ISO_8859_8_INIT "ISO-8859-8" Form::Unknown;
    ISO_8859_8_I ISO_8859_8_I_INIT "ISO-8859-8-I" Form::Unknown;
    ISO_8859_10 ISO_8859_10_INIT "ISO-8859-10" Form::Unknown;
    ISO_8859_13 ISO_8859_13_INIT "ISO-8859-13" Form::Unknown;
    ISO_8859_14 ISO_8859_14_INIT "ISO-8859-14" Form::Unknown;
    ISO_8859_15 ISO_8859_15_INIT "ISO-8859-15" Form::Unknown;
    ISO_8859_16 ISO_8859_16_INIT "ISO-8859-16" Form::Unknown;
    KOI8_R KOI8_R_INIT "KOI8-R" Form::Unknown;
    KOI8_U KOI8_U_INIT "KOI8-U" Form::Unknown;
    IBM866 IBM866_INIT "IBM866" Form::Unknown;
    MACINTOSH MACINTOSH_INIT "macintosh" Form::Unknown;
    X_MAC_CYRILLIC X_MAC_CYRILLIC_INIT "x-mac-cyrillic" Form::Unknown;
    GBK GBK_INIT "GBK" Form::Unknown;
    GB18030 GB18030_INIT "gb18030" Form::Unknown;
    BIG5 BIG5_INIT "Big5" Form::Unknown;
    EUC_JP EUC_JP_INIT "EUC-JP" Form::Unknown;
    EUC_KR EUC_KR_INIT "EUC-KR" Form::Unknown;
    ISO_2022_JP ISO_2022_JP_INIT "ISO-2022-JP" Form::Unknown;
    SHIFT_JIS SHIFT_JIS_INIT "Shift_JIS" Form::Unknown;
    REPLACEMENT REPLACEMENT_INIT "replacement" Form::Unknown;
}
