/**
 * The bank of the team: reads instructions, checks them and says what they would lead to. It never pays: what passes
 * becomes a draft that a person approves in the bank's own service.
 *
 * <p>Start with {@link dev.llmagents.team.felicia.bank.Bank}. The checks are numbered BK01 to BK14 in
 * {@link dev.llmagents.team.felicia.bank.CheckCode}; BK13 concerns the finished file and is made where that is read again,
 * in the package {@code payment}. Free text is read by a slot grammar, {@link
 * dev.llmagents.team.felicia.bank.InstructionReader}: a slot that is missing or could mean two things leads to a question.
 */
package dev.llmagents.team.felicia.bank;
