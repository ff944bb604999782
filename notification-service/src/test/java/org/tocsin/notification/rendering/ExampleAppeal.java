package org.tocsin.notification.rendering;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.RecipientLinks;
import org.tocsin.notification.policy.Audience;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/** An invented appeal in every language; nobody in it exists. */
final class ExampleAppeal {

    static final Map<String, PersonName> NAMES =
            Map.of("P1", new PersonName("Espoir Exemplaire", "Barreau Exemple de Goma"));
    static final RecipientLinks LINKS = new RecipientLinks(
            URI.create("https://tocsin.example/m/AAAAAAAAAAAAAAAAAAAAAA"),
            URI.create("https://tocsin.example/m/AAAAAAAAAAAAAAAAAAAAAA/unsubscribe"));
    static final String STORY_MARK = "VEHICLE-7";

    private ExampleAppeal() {}

    static Renderer renderer() {
        return new Renderer(new Desk("desk@tocsin.example", URI.create("https://tocsin.example/m/")));
    }

    static SmsWriter smsWriter() {
        return new SmsWriter(URI.create("https://tocsin.example/m/"));
    }

    static IssuedAppeal issued() {
        return with(texts());
    }

    static IssuedAppeal with(Map<Language, LanguageText> texts) {
        return new IssuedAppeal(
                UUID.fromString("01930000-0000-7000-8000-000000000001"),
                7,
                UUID.fromString("01930000-0000-7000-8000-000000000002"),
                "COD 001 / 1126 / OBS 001",
                Instant.parse("2026-11-24T06:00:00Z"),
                Instant.parse("2026-11-24T06:02:00Z"),
                new Country("COD"),
                Urgency.LIFE_AT_RISK,
                Audience.PUBLIC,
                Set.of(),
                List.of(new AppealSubject("P1", null, null), new AppealSubject("P2", null, null)),
                texts);
    }

    /** The same about another country. */
    static IssuedAppeal about(String country, String reference, Urgency urgency) {
        var one = issued();
        return new IssuedAppeal(
                one.appealId(),
                one.version(),
                one.incidentId(),
                reference,
                one.issuedAt(),
                one.sendNotBefore(),
                new Country(country),
                urgency,
                Audience.PUBLIC,
                Set.of(),
                one.subjects(),
                one.texts());
    }

    static LanguageText text(String headline, String situation, @Nullable String story) {
        return new LanguageText(
                headline,
                "The Observatory calls for your urgent intervention in the following situation.",
                situation,
                "Without place.",
                story,
                "We are concerned.",
                List.of("Release {P1}.", "Protect {P2}."),
                Map.of("P1", "a lawyer", "P2", "a journalist"));
    }

    private static Map<Language, LanguageText> texts() {
        var texts = new EnumMap<Language, LanguageText>(Language.class);
        texts.put(
                Language.EN,
                of(
                        "Arbitrary arrest / Threats",
                        "The Observatory has been informed of the following situation in the Democratic Republic of the Congo and calls for your urgent intervention.",
                        "On 20 November 2026, {P1} and {P2} were arrested in Goma. {P2} has received threats.",
                        "On 20 November 2026, {P1} and {P2} were arrested. {P2} has received threats.",
                        "Two men got out of a car without number plates (" + STORY_MARK
                                + ").\n\n{P1} called the office at 8 p.m. and has not been heard of since.",
                        "The Observatory is deeply concerned for the safety of {P1} and {P2}.",
                        "Guarantee in all circumstances the safety of {P1} and {P2}.|Release them at once and without conditions.",
                        "a lawyer",
                        "a journalist"));
        texts.put(
                Language.FR,
                of(
                        "Arrestation arbitraire / Menaces",
                        "L’Observatoire a été informé de la situation suivante en République démocratique du Congo et demande votre intervention urgente.",
                        "Le 20 novembre 2026, {P1} et {P2} ont été arrêtés à Goma. {P2} a reçu des menaces.",
                        "Le 20 novembre 2026, {P1} et {P2} ont été arrêtés. {P2} a reçu des menaces.",
                        "Deux hommes sont descendus d’une voiture sans plaque (" + STORY_MARK
                                + ").\n\n{P1} a appelé le bureau à 20 heures et n’a plus donné signe de vie depuis.",
                        "L’Observatoire est profondément préoccupé par la sécurité de {P1} et de {P2}.",
                        "Garantir en toutes circonstances la sécurité de {P1} et de {P2}.|Les libérer immédiatement et sans condition.",
                        "un avocat",
                        "une journaliste"));
        texts.put(
                Language.ES,
                of(
                        "Detención arbitraria / Amenazas",
                        "El Observatorio ha sido informado de la siguiente situación en la República Democrática del Congo y solicita su intervención urgente.",
                        "El 20 de noviembre de 2026, {P1} y {P2} fueron detenidos en Goma. {P2} ha recibido amenazas.",
                        "El 20 de noviembre de 2026, {P1} y {P2} fueron detenidos. {P2} ha recibido amenazas.",
                        "Dos hombres bajaron de un coche sin matrícula (" + STORY_MARK
                                + ").\n\n{P1} llamó a la oficina a las 20 horas y desde entonces no se sabe nada.",
                        "Al Observatorio le preocupa profundamente la seguridad de {P1} y {P2}.",
                        "Garantizar en toda circunstancia la seguridad de {P1} y {P2}.|Dejarlos en libertad de inmediato y sin condiciones.",
                        "un abogado",
                        "una periodista"));
        texts.put(
                Language.PT,
                of(
                        "Prisão arbitrária / Ameaças",
                        "O Observatório foi informado da seguinte situação na República Democrática do Congo e solicita a sua intervenção urgente.",
                        "Em 20 de novembro de 2026, {P1} e {P2} foram presos em Goma. {P2} recebeu ameaças.",
                        "Em 20 de novembro de 2026, {P1} e {P2} foram presos. {P2} recebeu ameaças.",
                        "Dois homens saíram de um carro sem matrícula (" + STORY_MARK
                                + ").\n\n{P1} telefonou para o escritório às 20 horas e desde então não deu notícias.",
                        "O Observatório está profundamente preocupado com a segurança de {P1} e {P2}.",
                        "Garantir em todas as circunstâncias a segurança de {P1} e {P2}.|Libertá-los imediatamente e sem condições.",
                        "um advogado",
                        "uma jornalista"));
        texts.put(
                Language.RU,
                of(
                        "Произвольный арест / Угрозы",
                        "Обсерватория получила сообщение о следующей ситуации в Демократической Республике Конго и просит вас срочно вмешаться.",
                        "20 ноября 2026 года в Гоме были задержаны {P1} и {P2}. {P2} получает угрозы.",
                        "20 ноября 2026 года были задержаны {P1} и {P2}. {P2} получает угрозы.",
                        "Двое мужчин вышли из машины без номеров (" + STORY_MARK
                                + ").\n\n{P1} звонил в офис в 20 часов, и с тех пор вестей нет.",
                        "Обсерватория глубоко обеспокоена: в опасности {P1} и {P2}.",
                        "Обеспечить безопасность задержанных при любых обстоятельствах.|Немедленно и без условий освободить их.",
                        "адвокат",
                        "журналистка"));
        texts.put(
                Language.AR,
                of(
                        "اعتقال تعسفي / تهديدات",
                        "تلقّى المرصد معلومات عن الحالة التالية في جمهورية الكونغو الديمقراطية ويطلب تدخلكم العاجل.",
                        "في 20 نوفمبر 2026 اعتُقل {P1} و{P2} في غوما. وقد تلقّت {P2} تهديدات.",
                        "في 20 نوفمبر 2026 اعتُقل {P1} و{P2}. وقد تلقّت {P2} تهديدات.",
                        "نزل رجلان من سيارة بلا لوحات (" + STORY_MARK
                                + ").\n\nاتصل {P1} بالمكتب في الساعة 20 ولم ترد عنه أي أخبار منذ ذلك الحين.",
                        "يعرب المرصد عن قلقه البالغ على سلامة {P1} و{P2}.",
                        "ضمان سلامة {P1} و{P2} في جميع الظروف.|الإفراج عنهما فورًا ودون شروط.",
                        "محامٍ",
                        "صحفية"));
        return texts;
    }

    private static LanguageText of(
            String headline,
            String opening,
            String situation,
            String situationWithoutPlace,
            String story,
            String concern,
            String demands,
            String first,
            String second) {
        return new LanguageText(
                headline,
                opening,
                situation,
                situationWithoutPlace,
                story,
                concern,
                Arrays.asList(demands.split("\\|")),
                Map.of("P1", first, "P2", second));
    }
}
