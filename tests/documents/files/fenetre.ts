<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="fr_FR">
<context>
    <name>Atelier</name>
    <message>
        <location filename="../atelier.cpp" line="12"/>
        <source>Le fichier %1 n&apos;est pas &lt;b&gt;lisible&lt;/b&gt;</source>
        <comment>après une panne</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une première ligne.
Une seconde ligne.</source>
        <translation type="unfinished"/>
    </message>
    <message numerus="yes">
        <source>%n outil(s) prêté(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Un ancien message</source>
        <translation type="vanished"></translation>
    </message>
</context>
</TS>
