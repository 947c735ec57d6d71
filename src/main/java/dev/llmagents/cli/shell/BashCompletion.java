package dev.llmagents.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** The completion script for bash, from 3.2 (macOS) on. Pure. */
final class BashCompletion {
    private static final String FRAME = """
            # bash completion for llm-agents, made by 'llm-agents completion bash'.
            # To use it: source <(llm-agents completion bash)

            # Sets subcommands and flags to what may stand behind the command $1.
            _llm_agents_command() {
              case "$1" in
            @COMMANDS@
                *) return 1 ;;
              esac
            }

            # Sets expect to what follows the option in $1 (command and option); to nothing if it is a flag.
            _llm_agents_value() {
              expect=''
              case "$1" in
            @VALUES@
              esac
            }

            # Sets expect to what operand number $2 of the command $1 may be.
            _llm_agents_operand() {
              expect=''
              case "$1:$2" in
            @OPERANDS@
              esac
            }

            _llm_agents() {
              local cur=${COMP_WORDS[COMP_CWORD]} cmd='' expect='' subcommands='' flags='' only='' seen=0 i word
              COMPREPLY=()
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                # bash makes three words of --option=value.
                if [[ $word == '=' ]]; then continue; fi
                if [[ -n $expect ]]; then expect=''; continue; fi
                if [[ -n $only ]]; then seen=$((seen + 1)); continue; fi
                case $word in
                  --) only=1 ;;
                  -?*) _llm_agents_value "$cmd $word" ;;
                  *)
                    if _llm_agents_command "$cmd $word"; then cmd="$cmd $word"; else seen=$((seen + 1)); fi
                    ;;
                esac
              done
              if [[ $cur == '=' ]]; then cur=''; fi
              local IFS=$' \\t\\n'
              if [[ -z $expect ]]; then
                _llm_agents_command "$cmd" || return 0
                if [[ -z $only && $cur == -* ]]; then
                  COMPREPLY=($(compgen -W "$flags" -- "$cur"))
                  return 0
                fi
                _llm_agents_operand "$cmd" "$seen"
                if [[ $seen == 0 && -n $subcommands ]]; then
                  COMPREPLY=($(compgen -W "$subcommands" -- "$cur"))
                  if [[ -z $expect ]]; then return 0; fi
                fi
              fi
              case $expect in
                words*) COMPREPLY=(${COMPREPLY[@]+"${COMPREPLY[@]}"} $(compgen -W "${expect#words }" -- "$cur")) ;;
                file)
                  IFS=$'\\n'
                  if type compopt > /dev/null 2>&1; then compopt -o filenames 2> /dev/null; fi
                  COMPREPLY=($(compgen -f -- "$cur"))
                  ;;
                folder)
                  IFS=$'\\n'
                  if type compopt > /dev/null 2>&1; then compopt -o filenames 2> /dev/null; fi
                  COMPREPLY=($(compgen -d -- "$cur"))
                  ;;
              esac
              return 0
            }

            complete -F _llm_agents llm-agents
            """;

    private BashCompletion() {}

    static String of(List<ShellCommand> commands) {
        List<String> known = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        for (ShellCommand command : commands) {
            String subs = String.join(
                    " ",
                    command.subcommands().stream().map(ShellCommand.Sub::name).toList());
            String flags = String.join(
                    " ",
                    command.flags().stream()
                            .flatMap(flag -> flag.names().stream())
                            .toList());
            known.add("    '" + command.key() + "') subcommands='" + subs + "' flags='" + flags + "' ;;");
            operands.addAll(operands(command));
        }
        List<String> values = new ArrayList<>();
        ShellCommand.optionsByValue(commands)
                .forEach((value, options) ->
                        values.add("    '" + String.join("' | \\\n    '", options) + "') expect='" + value + "' ;;"));
        return FRAME.replace("@COMMANDS@", String.join("\n", known))
                .replace("@VALUES@", String.join("\n", values))
                .replace("@OPERANDS@", String.join("\n", operands));
    }

    /** Cases of operands; in zsh and bash alike. */
    static List<String> operands(ShellCommand command) {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < command.operands().size(); i++) {
            boolean repeated = command.repeatsLast() && i == command.operands().size() - 1;
            cases.add("    '" + command.key() + ":'" + (repeated ? "*" : String.valueOf(i)) + ") expect='"
                    + ShellCommand.word(command.operands().get(i)) + "' ;;");
        }
        return cases;
    }
}
