<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Variorum</name>
    <message numerus="yes">
        <source>%n passages dropped here</source>
        <extracomment>gui/compare/clean_carets.py</extracomment>
        <translation>
            <numerusform>%n passage dropped here</numerusform>
            <numerusform>%n passages dropped here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful links</source>
        <extracomment>gui/compare/inquiry.py</extracomment>
        <translation>
            <numerusform>%n doubtful link</numerusform>
            <numerusform>%n doubtful links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <extracomment>gui/compare/rows.py</extracomment>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged passages</source>
        <extracomment>gui/compare/rows.py</extracomment>
        <translation>
            <numerusform>%n unchanged passage</numerusform>
            <numerusform>%n unchanged passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages with hidden changes</source>
        <extracomment>gui/compare/rows.py</extracomment>
        <translation>
            <numerusform>%n passage with hidden changes</numerusform>
            <numerusform>%n passages with hidden changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved up by %n passages</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>moved up by %n passage</numerusform>
            <numerusform>moved up by %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counterpart stands %n lines further down</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>The counterpart stands %n line further down</numerusform>
            <numerusform>The counterpart stands %n lines further down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counterpart stands %n lines further up</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>The counterpart stands %n line further up</numerusform>
            <numerusform>The counterpart stands %n lines further up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved down by %n passages</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>moved down by %n passage</numerusform>
            <numerusform>moved down by %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other changes not listed.</source>
        <extracomment>gui/compare/wording.py</extracomment>
        <translation>
            <numerusform>%n other change not listed.</numerusform>
            <numerusform>%n other changes not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things went wrong</source>
        <extracomment>gui/dialogs/crash.py</extracomment>
        <translation>
            <numerusform>%n thing went wrong</numerusform>
            <numerusform>%n things went wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles moved</source>
        <extracomment>gui/library/controller.py</extracomment>
        <translation>
            <numerusform>%n article moved</numerusform>
            <numerusform>%n articles moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles in “{name}”</source>
        <extracomment>gui/library/controller.py</extracomment>
        <translation>
            <numerusform>%n article in “{name}”</numerusform>
            <numerusform>%n articles in “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles removed</source>
        <extracomment>gui/library/controller.py</extracomment>
        <translation>
            <numerusform>%n article removed</numerusform>
            <numerusform>%n articles removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing {place} of %n files: {name}</source>
        <extracomment>gui/library/import_flow.py</extracomment>
        <translation>
            <numerusform>Importing {place} of %n file: {name}</numerusform>
            <numerusform>Importing {place} of %n files: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>gui/library/rows.py</extracomment>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <extracomment>gui/library/rows.py</extracomment>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to make a story of these %n texts</source>
        <extracomment>gui/pairing/drop_zones.py</extracomment>
        <translation>
            <numerusform>Drop to make a story of this text</numerusform>
            <numerusform>Drop to make a story of these %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentences</source>
        <extracomment>gui/reader/facts.py</extracomment>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <extracomment>gui/reader/facts.py</extracomment>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotations</source>
        <extracomment>gui/reader/facts.py</extracomment>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n parts that don't belong to the article, or repeat it</source>
        <extracomment>gui/reader/header.py</extracomment>
        <translation>
            <numerusform>Show %n part that doesn't belong to the article, or repeats it</numerusform>
            <numerusform>Show %n parts that don't belong to the article, or repeat it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold %n parts that don't belong to the article, or repeat it</source>
        <extracomment>gui/reader/header.py</extracomment>
        <translation>
            <numerusform>Fold %n part that doesn't belong to the article, or repeats it</numerusform>
            <numerusform>Fold %n parts that don't belong to the article, or repeat it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <extracomment>gui/search/header.py</extracomment>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n stories</source>
        <extracomment>gui/search/header.py</extracomment>
        <translation>
            <numerusform>in %n story</numerusform>
            <numerusform>in %n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <extracomment>gui/widgets/prose_layout.py</extracomment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{why}: “{start}” and %n more</source>
        <extracomment>gui/widgets/prose_layout.py</extracomment>
        <translation>
            <numerusform>{why}: “{start}” and %n more</numerusform>
            <numerusform>{why}: “{start}” and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
