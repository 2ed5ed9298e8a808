using System.Collections.Immutable;

namespace WaterSim.Cli.Commands;

/// <summary>
/// Scripts that ask <c>watersim "[suggest:POSITION]" LINE</c> what may stand at the end of a line, which is without the command's
/// name. It answers with a word a line, among them words that only contain what was typed, and options wherever they may stand: the
/// scripts keep what begins as was typed, and options where a dash was typed. Where nothing is left the shell completes file names.
/// </summary>
internal static class CompletionScripts
{
    // Words end at = and at : in bash. The former parts an option from its value as a space does; the latter stays in the word.
    private const string Bash =
        """
        # Completion of watersim in bash: source <(watersim completion bash)
        _watersim() {
            local tool="${COMP_WORDS[0]/#\~/$HOME}" current="${COMP_WORDS[COMP_CWORD]}" line="" word i
            for ((i = 1; i <= COMP_CWORD; i++)); do
                word="${COMP_WORDS[i]}"
                if [[ $word == "=" ]]; then
                    word=""
                elif [[ $i -gt 1 && $word != ":" && ${COMP_WORDS[i - 1]} != [=:] ]]; then
                    line+=" "
                fi
                line+="$word"
                [[ ${COMP_WORDS[i]} == "=" ]] && line+=" "
            done
            [[ $current == [=:] ]] && current=""
            COMPREPLY=()
            while IFS= read -r word; do
                if [[ $word == "$current"* && ($word != -* || $current == -*) ]]; then
                    COMPREPLY+=("$word")
                fi
            done < <("$tool" "[suggest:${#line}]" "$line" 2>/dev/null)
            [[ ${COMPREPLY[0]} == *: ]] && compopt -o nospace 2>/dev/null
            return 0
        }
        complete -o default -F _watersim watersim

        """;

    private const string Zsh =
        """
        #compdef watersim
        # Completion of watersim in zsh: source <(watersim completion zsh) after compinit, or as _watersim in $fpath
        _watersim() {
            local tool="${words[1]/#\~/$HOME}" line="${(j: :)words[2,CURRENT]}"
            local -a found
            if compset -P '--*='; then
                line="${line%=*} ${line##*=}"
            fi
            found=("${(@f)$("$tool" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            found=(${found:#})
            [[ $PREFIX == -* ]] || found=(${found:#-*})
            compadd -a found || _files
        }
        if [[ ${funcstack[1]} == _watersim ]]; then
            _watersim "$@"
        else
            compdef _watersim watersim
        fi

        """;

    private const string Fish =
        """
        # Completion of watersim in fish: watersim completion fish > ~/.config/fish/completions/watersim.fish
        function __watersim_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -q current[1]; or set current ''
            set -l tool (string replace -r -- '^~' $HOME $words[1])
            set -l line (string join -- ' ' $words[2..] $current | string replace -r -- '^(.*--[a-z-]+)=' '$1 ')
            set -l lead (string match -r -- '^--[a-z-]+=' $current)
            set -l typed (string replace -r -- '^--[a-z-]+=' '' $current)
            set -l found
            for word in ($tool "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                if string match -q -- "$typed*" $word
                    if not string match -q -- '-*' $word; or string match -q -- '-*' $typed
                        set -a found "$lead$word"
                    end
                end
            end
            if set -q found[1]
                printf '%s\n' $found
            else
                __fish_complete_path $current
            end
        end
        complete -c watersim -f -a '(__watersim_complete)'

        """;

    private const string PowerShell =
        """
        # Completion of watersim in PowerShell: watersim completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName watersim -ScriptBlock {
            param($typed, $command, $position)
            $tool = $command.CommandElements[0].ToString()
            $text = $command.ToString()
            $end = $position - $command.Extent.StartOffset
            $text = if ($end -lt $text.Length) { $text.Substring(0, $end) } else { $text.PadRight($end) }
            $line = $text.Substring($tool.Length).TrimStart()
            & $tool "[suggest:$($line.Length)]" $line 2>$null |
                Where-Object { $_.StartsWith($typed) -and ($typed.StartsWith('-') -or -not $_.StartsWith('-')) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static readonly ImmutableArray<(string Shell, string Script)> Scripts =
        [("bash", Bash), ("zsh", Zsh), ("fish", Fish), ("pwsh", PowerShell)];

    /// <summary>The shells there are scripts for.</summary>
    public static IEnumerable<string> Shells => Scripts.Select(s => s.Shell);

    /// <summary>The script of a shell; its lines end as shells other than Windows' want them.</summary>
    public static string Of(string shell) => Scripts.Single(s => s.Shell == shell).Script.ReplaceLineEndings("\n");
}
